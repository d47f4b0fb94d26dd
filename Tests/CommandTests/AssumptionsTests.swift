import Testing

@Suite("Assumptions go to a spreadsheet and come back")
struct AssumptionsTests {
  @Test(
    "the round trip is the identity, in every way in which the file can be written",
    arguments: ["", "--excel", "--decimal ,", "--delimiter tab"])
  func identity(flags: String) throws {
    let both = try Command(
      shell: """
        cd "$(mktemp -d)"; example="$OLDPWD/\(Command.example)"
        "$unitecon" assumptions export "$example" \(flags) -o a.csv || exit 3
        decimal=; case "\(flags)" in *decimal*) decimal="--decimal ,";; esac
        "$unitecon" assumptions export "$example" --assumptions a.csv \(flags) -o b.csv || exit 4
        cmp a.csv b.csv
        "$unitecon" run "$example" $decimal --format csv > one
        "$unitecon" run "$example" $decimal --assumptions a.csv --format csv > two
        cmp one two
        """)
    #expect(both.status == 0, "\(both.errors) \(both.output)")
  }

  @Test(
    "what the spreadsheet changed is changed, and the file's checksum stands beside the scenario's")
  func changed() throws {
    let run = try Command(
      shell: """
        cd "$(mktemp -d)"; example="$OLDPWD/\(Command.example)"
        "$unitecon" assumptions export "$example" | sed 's/^humanReview.rate,38,/humanReview.rate,45,/' > a.csv
        "$unitecon" run "$example" --assumptions a.csv > with; "$unitecon" run "$example" \
          --set 'humanReview.rate=$45 / h' > set; tail -n 1 with
        diff <(grep -v 'Made by\\|SHA' with) <(grep -v 'Made by\\|SHA' set) | head -n 3
        """)
    #expect(run.output.contains("a.csv"), "\(run.output) \(run.errors)")
  }

  @Test("without a word what to do it says what to say")
  func usage() throws {
    let bare = try Command("assumptions", Command.example)
    #expect(bare.status == 64)
    #expect(bare.errors.contains("say assumptions export FILE"))
  }
}
