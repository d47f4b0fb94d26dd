// swift-tools-version: 6.1
import PackageDescription

// The manifest is the map of who may import whom: a target sees only what stands in its list, and
// the build refuses an import that is not written here.
let package = Package(
  name: "unitecon",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "UnitEconomics", targets: ["UnitEconomics"]),
    .executable(name: "unitecon", targets: ["unitecon"]),
  ],
  targets: [
    .target(name: "Formulas", exclude: ["README.md"]),
    .target(name: "UnitEconomics", dependencies: ["Formulas"], exclude: ["README.md"]),
    .target(
      name: "ScenarioFiles", dependencies: ["Formulas", "UnitEconomics"], exclude: ["README.md"]),
    .target(
      name: "Reporting", dependencies: ["Formulas", "UnitEconomics"], exclude: ["README.md"]),
    .executableTarget(
      name: "unitecon", dependencies: ["Formulas", "UnitEconomics", "ScenarioFiles", "Reporting"],
      exclude: ["README.md"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Formulas", "UnitEconomics", "ScenarioFiles", "Reporting"],
      exclude: ["README.md"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas", "TestSupport"]),
    .testTarget(
      name: "UnitEconomicsTests", dependencies: ["Formulas", "UnitEconomics", "TestSupport"]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["Formulas", "UnitEconomics", "ScenarioFiles", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CommandTests", dependencies: ["unitecon", "TestSupport"],
      exclude: ["Fixtures", "Goldens"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Formulas", "UnitEconomics", "Reporting", "TestSupport"],
      exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)
