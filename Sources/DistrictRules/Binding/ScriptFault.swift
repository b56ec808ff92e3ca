/// An error of the host's in a script: a sentence, with its help on a line of its own.
struct ScriptFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
