import Foundation
import TestSupport
import Testing

@Suite("simulate --shard and merge: many machines say what one would have said")
struct ShardTests {
  private static let draws = "--draws 9000 --seed 5"

  /// The single run, and the merge of its shards, in every form.
  private func expectSame(
    _ flags: String, shards: [Int], forms: [String] = ["json"], file: String = Command.desk
  ) throws {
    let scratch = try Scratch()
    for form in forms {
      _ = try Command(
        shell: """
          $unitecon simulate \(file) \(flags) --format \(form) > \(scratch.path(form)); echo $? \
          > \(scratch.path("\(form).status"))
          """)
    }
    for count in shards {
      let written = try Command(
        shell: """
          seq \(count) | xargs -P 2 -I{} $unitecon simulate \(file) \(flags) --shard {}/\(count) \
          -o \(scratch.path("\(count)-{}.json"))
          """)
      #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
      for form in forms {
        let merged = try Command(
          shell: "$unitecon merge \(file) \(scratch.path("\(count)-"))*.json --format \(form)")
        let whole = try String(contentsOfFile: scratch.path(form), encoding: .utf8)
        let status = try String(contentsOfFile: scratch.path("\(form).status"), encoding: .utf8)
        #expect(merged.output == whole, "\(flags), \(count) shards, \(form)")
        #expect("\(merged.status)\n" == status && merged.errors.isEmpty, "\(merged.errors)")
      }
    }
  }

  @Test("the same bytes from a few shards or one for each leaf, quantiles exact or sketched")
  func same() throws {
    try expectSame(Self.draws, shards: [2, 3], forms: ["txt", "csv", "json"])
    try expectSame("\(Self.draws) --quantiles sketch", shards: [1, 3])
  }

  @Test("stratified draws, stresses, settings and figures of one's own come through")
  func requests() throws {
    try expectSame("--draws 1000 --sampling latin --quantiles sketch", shards: [3])
    try expectSame("--draws 1000 --sampling sobol", shards: [5])
    try expectSame(
      "--draws 9000 --under slowTools --set 'humanReview.rate=€45 / h' --figure tsr", shards: [2])
  }

  @Test("shards of edited assumptions are merged with the same CSV, and not without it")
  func assumptions() throws {
    let merged = try Command(
      shell: """
        cd "$(mktemp -d)"; desk="$OLDPWD/\(Command.desk)"; draws="--draws 100 --assumptions a.csv"
        "$unitecon" assumptions export "$desk" | sed 's/^humanReview.rate,[0-9.]*/humanReview.rate,45/' > a.csv
        "$unitecon" simulate "$desk" $draws --shard 1/1 -o shard.json || exit 3
        "$unitecon" simulate "$desk" $draws > whole; "$unitecon" merge "$desk" shard.json && exit 4
        "$unitecon" merge "$desk" shard.json --assumptions a.csv > merged; cmp whole merged
        """)
    #expect(merged.status == 0, "\(merged.errors) \(merged.output)")
    #expect(merged.errors.contains("the same --prices and --assumptions"))
  }

  @Test("shards come through a pipe, in any order, one a line")
  func piped() throws {
    let whole = try Command(shell: "$unitecon simulate \(Command.desk) \(Self.draws)")
    let piped = try Command(
      shell: """
        for shard in 3/3 1/3 2/3; do \
        $unitecon simulate \(Command.desk) \(Self.draws) --shard $shard; echo; done \
        | $unitecon merge \(Command.desk) -
        """)
    #expect(piped.output == whole.output && piped.errors.isEmpty)
  }

  @Test(
    "a command line that cannot be meant is said to be so",
    arguments: [
      ("simulate DESK --shard 0/4", "0/4 is no shard; write which of how many it is: 3/64"),
      (
        "simulate DESK --shard 1/4 --precision 1%", "every shard must know how many draws there are"
      ),
      ("simulate DESK --shard 1/4 --samples x.csv", "--samples writes every draw, and a shard"),
      ("simulate DESK --shard 1/4 --format csv", "a shard is written as JSON only"),
      ("simulate DESK --shard 1/4 -o x.csv", "a shard is written as JSON only"),
      ("merge DESK", "merge needs a scenario file and files of shards"),
      ("merge - -", "standard input cannot be read twice"),
    ])
  func usage(words: String, sentence: String) throws {
    let command = try Command(
      shell: "$unitecon \(words.replacing("DESK", with: Command.desk))")
    #expect(command.status == 64 && command.output.isEmpty)
    #expect(command.errors.contains(sentence), "\(command.errors)")
  }

  /// What is done to two good shards, `1.json` and `2.json`, before they are merged.
  private static let mixtures = [
    Mixture("rm 1.json", "shard 1 of 2 is missing", help: "the others: --shard 1/2"),
    Mixture("cp 1.json 3.json", "shard 1/2 is in 1.json and in 3.json"),
    Mixture("cp 1.json x; cat x >> 1.json", "shard 1/2 is in 1.json, line 1 and in 1.json, line 2"),
    Mixture(
      "shard 2/2 --draws 6000 --seed 6",
      "2.json is not of the same simulation as 1.json: --seed is 5 there, and 6 here"),
    Mixture("shard 2/2 --draws 5000 --seed 5", "--draws is 6000 there, and 5000 here"),
    Mixture("shard 2/3 $asked", "number of shards is 2 there, and 3 here"),
    Mixture(
      "shard 2/2 $asked --figure tsr",
      "--figure is costPerCompletedTask, grossMargin there, and tsr here"),
    Mixture(
      "shard 2/2 $asked --under slowTools", "--under is nothing there, and slowTools here"),
    Mixture(
      "shard 2/2 $asked --set volume.peakFactor=8",
      "--set is nothing there, and volume.peakFactor=8 here"),
    Mixture("shard 2/2 $asked --quantiles sketch", "--quantiles is exact there, and sketch here"),
    Mixture("shard 2/2 $asked --sampling latin", "--draws is 6000 there, and 65536 here"),
    Mixture(
      "echo '// since' >> desk.json5", "desk.json5, or a file that it reads, is not what",
      help: "the same --prices"),
    Mixture(
      "sed -i 's/unitecon 0[.0-9]*/unitecon 9.9/' *.json",
      "the shards of desk.json5 were drawn by unitecon 9.9, and this is unitecon",
      help: "merge with the program that drew the shards"),
    Mixture(
      "sed -i 's/\"checks\":\\[\"margin\"/\"checks\":[\"x\"/' *.json",
      "the shards do not follow the figures and checks of desk.json5"),
    Mixture(
      "> 1.json", "1.json is empty, and a shard is one line of JSON",
      help: "simulate FILE --shard 3/64 writes one"),
    Mixture("cp desk.json5 1.json", "1.json:1:1: error: this is not a shard of a simulation"),
    Mixture("head -c 300 /dev/zero > 1.json", "1.json:1:1: error: this is not a shard"),
    Mixture("truncate -s 900 1.json", "1.json:1:"),
    Mixture("cp 2.json x; cat x >> 2.json; truncate -s -9 2.json", "2.json:2:"),
    Mixture(
      "sed -i 's/\"version\":1/\"version\":2/' 1.json",
      "the shard has format version 2, and this program reads version 1",
      help: "merge with the program that drew the shards"),
    Mixture(
      "sed -i 's/\"shard\":1,/\"shard\":2,/' 1.json",
      "the shard is damaged: leaves is not what shard 2/2 draws", help: "draw it again"),
    Mixture("rm 1.json; mkdir 1.json", "1.json is a folder, and a file of shards is a file"),
    Mixture("truncate -s 3G 1.json", "bytes, and a file of shards has at most 2 000 000 000"),
    Mixture("rm 1.json 2.json; set -- nowhere.json", "there is no file nowhere.json"),
  ]

  private struct Mixture: Sendable {
    let change: String
    let sentence: String
    let help: String

    init(_ change: String, _ sentence: String, help: String = "") {
      self.change = change
      self.sentence = sentence
      self.help = help
    }
  }

  /// The two good shards.
  private static let good = (1...2).map { shard in
    (try? Command(
      shell: "$unitecon simulate \(Command.desk) --shard \(shard)/2 --draws 6000 --seed 5"))?
      .output ?? ""
  }

  @Test(
    "shards that do not belong together, or are damaged, are refused by name",
    arguments: mixtures.indices)
  func refused(index: Int) throws {
    let mixture = Self.mixtures[index]
    let scratch = try Scratch()
    let desk = Command.root.appending(path: Command.desk).path
    for (number, text) in zip(1..., Self.good) {
      try Data(text.utf8).write(to: scratch.folder.appending(path: "\(number).json"))
    }
    let command = try Command(
      shell: """
        cp \(desk) desk.json5
        asked="--draws 6000 --seed 5"
        shard() { $unitecon simulate desk.json5 --shard "$@" > 2.json; }
        \(mixture.change)
        $unitecon merge desk.json5 ${@:-*.json}
        """, in: scratch.folder)
    #expect(command.status == 2 && command.output.isEmpty, "\(mixture.change)")
    #expect(
      command.errors.contains(mixture.sentence)
        && (mixture.help.isEmpty || command.errors.contains(mixture.help)),
      "\(mixture.change): \(command.errors)")
  }
}
