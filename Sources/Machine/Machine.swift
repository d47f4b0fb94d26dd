import Dispatch
import Formulas

#if canImport(BlocksAVX2)
  import BlocksAVX2
  import BlocksAVX512
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the machine at hand can do: its cores, and how wide its registers are.
public enum Machine {
  /// The cores that are there.
  public static let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// All cores and the widest engine, work cut so that no core waits long for the last piece.
  public static let crew = Crew(pieces: 8 * coreCount, engine: engine) { pieces, work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }

  /// The results of a function on every element, in order.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    crew.map(elements.count) { transform(elements[$0]) }
  }

  /// The widest engine that the processor runs.
  public static let engine = engines.last ?? .portable

  /// All engines that the processor runs, the widest last; every one gives the same bits.
  public static let engines: [BlockEngine] = {
    var engines = [BlockEngine.portable]
    #if canImport(BlocksAVX2)
      let features = processorFeatures
      if features.isSuperset(of: ["avx2", "fma", "bmi1", "bmi2"]) {
        engines.append(
          BlockEngine(
            name: "AVX2", run: BlocksAVX2.BlockMachine.run, draw: BlocksAVX2.DrawMachine.fill))
        if features.isSuperset(of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]) {
          engines.append(
            BlockEngine(
              name: "AVX-512", run: BlocksAVX512.BlockMachine.run,
              draw: BlocksAVX512.DrawMachine.fill))
        }
      }
    #endif
    return engines
  }()

  /// What the system says of the first processor; empty where it says nothing.
  private static var processorFeatures: Set<Substring> {
    let file = open("/proc/cpuinfo", O_RDONLY)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(file, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    return Set(line.split(separator: " "))
  }
}
