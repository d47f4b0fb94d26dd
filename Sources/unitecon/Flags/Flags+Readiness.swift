// What `readiness` is asked with.
extension Flags {
  static let day = Flag(
    "on", value: "DAY", "the day on which it is judged, which decides what has expired",
    details:
      "--on 2026-11-22, or --on \"$(date +%F)\". It is never taken from the clock, so that a "
      + "report says the same whenever it is made.")
  static let checklist = Flag(
    "checklist", value: "FILE",
    "judge by this checklist instead of the one that the scenario names",
    details:
      "A checklist is a file: { \"unitecon-checklist\": 1, extends: \"shipped\", name: \"Ours\", "
      + "sections: { workUnit: { items: { success: { min: \"95%\" } } } } }. null takes an item away."
  )
  static let log = Flag(
    "log", value: "LOG", repeats: true,
    "with --on, runs by which the page judges whether the agent is ready")
  static let items = Flag(
    "items", "list the items of the checklist and how each is decided, and judge nothing")
  static let tasks = Flag(
    "tasks", value: "FILE", repeats: true,
    "the tasks that there were to do, so that runs without a trace are found",
    details:
      "CSV or JSON lines, a task a row: the conversation, ticket or trace of its run in a column "
      + "task, or mapped with --map tasks.task=ticket_no.")
}
