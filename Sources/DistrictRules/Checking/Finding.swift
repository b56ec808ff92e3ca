public import LuaSyntax

/// Something that `check` says about a script: an error keeps it from being enacted, a warning does not.
public struct Finding: Sendable {
  public var diagnostic: Diagnostic
  /// The script that it is about.
  public var source: SourceText
  /// A second place, in this or another script, that explains the first.
  public var elsewhere: Elsewhere?

  public struct Elsewhere: Sendable {
    public var source: SourceText
    public var diagnostic: Diagnostic
  }

  public init(_ diagnostic: Diagnostic, in source: SourceText, elsewhere: Elsewhere? = nil) {
    self.diagnostic = diagnostic
    self.source = source
    self.elsewhere = elsewhere
  }

  public var code: Diagnostic.Code { diagnostic.code }
  public var isError: Bool { diagnostic.severity == .error }

  /// The sentence with its place, the line with the caret, and the help.
  public func rendered(_ language: Language, color: Bool = false) -> String {
    let own = diagnostic.rendered(in: source, language, color: color)
    guard let elsewhere else { return own }
    return own + "\n" + elsewhere.diagnostic.rendered(in: elsewhere.source, language, color: color)
  }
}

/// Everything that was found in some scripts: errors first, then in the order of files and places.
public struct CheckReport: Sendable {
  public var findings: [Finding]
  /// How many scripts were read.
  public var scripts: Int

  public var errors: Int { findings.count { $0.isError } }
  public var warnings: Int { findings.count { !$0.isError } }

  /// 0 clean, 1 warnings only, 2 errors.
  public var exitCode: Int32 { errors > 0 ? 2 : warnings > 0 ? 1 : 0 }
}
