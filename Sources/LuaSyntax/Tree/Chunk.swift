/// A whole source, read.
public struct Chunk: Sendable {
  /// What was read.
  public let source: SourceText
  /// Its statements.
  public let block: Block

  /// All local variables of the source, in the order of their declarations; `Binding` gives indices into this list.
  public let variables: [Variable]
}

/// Statements that run one after another.
public struct Block: Sendable {
  /// The statements, in their order.
  public let statements: [Statement]
  /// From the first token of the block to the end of its last; empty for an empty block.
  public let span: SourceSpan
}

/// A word that names something.
public struct Name: Sendable, Hashable {
  /// The name in the words of the model: English where the vocabulary knows the word, else as it was written.
  public let text: String
  /// Where it stands.
  public let span: SourceSpan

  /// The name as the Lua library knows it.
  public var encoded: String { EncodedName.encode(text) }
}

/// A local variable.
public struct Variable: Sendable, Hashable {
  /// How a variable is declared.
  public enum Kind: Sendable, Hashable {
    case local, localFunction, parameter, loopVariable
    /// `self` of a function declared with `:`; its name has an empty span.
    case implicitSelf
  }

  /// What stands between `<` and `>`.
  public enum Attribute: String, Sendable, Hashable {
    case const, close
  }

  /// Its name, where it is declared.
  public let name: Name
  /// How it is declared.
  public let kind: Kind
  /// Its attribute, if it has one.
  public let attribute: Attribute?
  /// Where the name stands for this variable: from behind its declaration to the end of its block (inner declarations
  /// of the same name hide it there).
  public internal(set) var scope: SourceSpan
  /// Whether the name is used anywhere, to read or to assign.
  public internal(set) var isUsed = false
}

/// What a name in an expression refers to.
public enum Binding: Sendable, Hashable {
  /// A variable of the same function.
  case local(Int)
  /// A variable of a function around.
  case upvalue(Int)
  /// A field of the environment.
  case global

  /// The index of the variable in `Chunk.variables`; `nil` for a global.
  public var variable: Int? {
    switch self {
    case .local(let index), .upvalue(let index): index
    case .global: nil
    }
  }
}
