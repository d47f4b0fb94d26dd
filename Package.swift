// swift-tools-version: 6.2
import PackageDescription

// The manifest is the map of who may import whom: a target sees only what stands in its list, and
// the build refuses an import that is not written here.

// The sources of Blocks once more, for processors with wider registers; a folder that is a link. The
// flags bar a package from being depended on, so the library rests on Blocks alone. Loops work on two
// vectors at a time, or each would wait for its own results most of the time. They are optimized in debug builds
// too, or tests would wait for draws.
#if arch(x86_64)
  let twoVectors = ["-O", "-Xllvm", "-force-vector-interleave=2"]
  let wideBlocks: [String: [SwiftSetting]] = [
    "BlocksAVX2": [
      .unsafeFlags(["-Xcc", "-march=x86-64-v3"] + twoVectors),
      .define("FUSED_PRODUCTS"),
    ],
    "BlocksAVX512": [
      .unsafeFlags(
        ["-Xcc", "-march=x86-64-v4", "-Xcc", "-mprefer-vector-width=512"] + twoVectors),
      .define("FUSED_PRODUCTS"), .define("WIDE_REGISTERS"),
    ],
  ]
#else
  let wideBlocks: [String: [SwiftSetting]] = [:]
#endif
let wideTargets: [Target] = wideBlocks.sorted { $0.key < $1.key }.map { name, settings in
  .target(name: name, exclude: ["README.md"], swiftSettings: settings)
}

let package = Package(
  name: "unitecon",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "UnitEconomics", targets: ["UnitEconomics", "ScenarioFiles"]),
    .executable(name: "unitecon", targets: ["unitecon"]),
  ],
  targets: [
    .target(name: "Blocks", exclude: ["README.md"]),
    .target(name: "Formulas", dependencies: ["Blocks"], exclude: ["README.md"]),
    .target(name: "UnitEconomics", dependencies: ["Formulas"], exclude: ["README.md"]),
    .target(
      name: "Readiness", dependencies: ["Formulas", "UnitEconomics"], exclude: ["README.md"]),
    .target(
      name: "ScenarioFiles", dependencies: ["Formulas", "UnitEconomics", "Readiness"],
      exclude: ["README.md"]),
    .target(
      name: "RunLogs", dependencies: ["Formulas", "UnitEconomics", "Readiness"],
      exclude: ["README.md"]),
    .target(name: "Spreadsheets", exclude: ["README.md"]),
    .target(
      name: "Reporting",
      dependencies: ["Formulas", "UnitEconomics", "Readiness", "Spreadsheets", "RunLogs"],
      exclude: ["README.md"]),
    .target(
      name: "Machine",
      dependencies: ["Formulas"] + wideTargets.map { .byName(name: $0.name) },
      exclude: ["README.md"]),
    .executableTarget(
      name: "unitecon",
      dependencies: [
        "Formulas", "UnitEconomics", "Readiness", "ScenarioFiles", "RunLogs", "Reporting",
        "Spreadsheets", "Machine",
      ], exclude: ["README.md"]),
    .target(
      name: "SyntheticLogs", dependencies: ["Formulas", "UnitEconomics", "Readiness"],
      exclude: ["README.md"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Formulas", "UnitEconomics", "Readiness", "ScenarioFiles", "SyntheticLogs", "Reporting",
        "Machine",
      ],
      exclude: [
        "README.md", "peer_grid.py", "peer_logs.py", "peer_simulate.py", "peer_source.py",
        "uncertain.json5",
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas", "Machine", "TestSupport"]),
    .testTarget(
      name: "UnitEconomicsTests",
      dependencies: ["Formulas", "UnitEconomics", "ScenarioFiles", "Machine", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["Formulas", "UnitEconomics", "ScenarioFiles", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["unitecon", "UnitEconomics", "ScenarioFiles", "SyntheticLogs", "TestSupport"],
      exclude: ["Fixtures", "Goldens"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Formulas", "UnitEconomics", "Reporting", "Spreadsheets", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "ReadinessTests",
      dependencies: ["Formulas", "UnitEconomics", "Readiness", "ScenarioFiles", "TestSupport"]),
    .testTarget(
      name: "RunLogsTests",
      dependencies: ["Formulas", "UnitEconomics", "Readiness", "RunLogs", "TestSupport"]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"]),
  ] + wideTargets,
  swiftLanguageModes: [.v6]
)

// CI takes no warnings, and builds whole modules at once, in two thirds of the time.
// Who builds with a newer compiler, which may know more of them, still can.
if Context.environment["UNITECON_STRICT"] != nil {
  for target in package.targets {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .treatAllWarnings(as: .error),
        .unsafeFlags(["-whole-module-optimization", "-num-threads", "2"]),
      ]
  }
}
