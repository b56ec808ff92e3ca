public import Columns

/// The case and the few rows that its invariants need: what the register loads for one command, nothing else.
public struct FundSlice: Sendable, Hashable {
  /// A black entry of the applicant or of the user, of any county.
  public struct BlackEntry: Sendable, Hashable {
    /// Unified social credit code.
    public var enterprise: String
    /// Code of the county that listed it.
    public var county: String
    public var from: Day
    public var removedOn: Day?
    public var maximumUntil: Day?
    public var document: String

    public init(
      enterprise: String, county: String, from: Day, removedOn: Day? = nil, maximumUntil: Day? = nil, document: String
    ) {
      self.enterprise = enterprise
      self.county = county
      self.from = from
      self.removedOn = removedOn
      self.maximumUntil = maximumUntil
      self.document = document
    }

    /// 自列入之日起至移出名单期间 (A14).
    public func isInEffect(on day: Day) -> Bool {
      from <= day && (removedOn.map { day < $0 } ?? true) && (maximumUntil.map { day <= $0 } ?? true)
    }
  }

  /// An account that bears the cost.
  public struct Account: Sendable, Hashable {
    public var code: String
    /// Exclusive area in hundredths of a square metre.
    public var area: Int64?
    /// What it holds now: the balance less what was paid out of it since.
    public var available: Money

    public init(code: String, area: Int64?, available: Money) {
      self.code = code
      self.area = area
      self.available = available
    }
  }

  /// What an account bears of the request, and how much of that was paid out of it.
  public struct Share: Sendable, Hashable {
    public var account: String
    public var share: Money
    public var drawn: Money

    public init(account: String, share: Money, drawn: Money = .zero) {
      self.account = account
      self.share = share
      self.drawn = drawn
    }
  }

  /// A joint decision of the estate's owners that the request names.
  public struct Vote: Sendable, Hashable {
    /// A word of `OwnerVote.matters`.
    public var matter: String
    /// Code of the building whose owners decided; `nil` for the estate.
    public var building: String?
    public var votedOn: Day
    public var isCarried: Bool
    /// Of a standing resolution: what it lets be spent, and its last day.
    public var amountLimit: Money?
    public var expiresOn: Day?
    /// What the other requests under it come to that were not refused: approved, or else asked for.
    public var used: Money

    public init(
      matter: String = "fund use", building: String? = nil, votedOn: Day, isCarried: Bool = true, amountLimit: Money? = nil,
      expiresOn: Day? = nil, used: Money = .zero
    ) {
      self.matter = matter
      self.building = building
      self.votedOn = votedOn
      self.isCarried = isCarried
      self.amountLimit = amountLimit
      self.expiresOn = expiresOn
      self.used = used
    }
  }

  /// `nil` before it is submitted.
  public var fundCase: FundCase?
  public var officer: Officer
  public var blackEntries: [BlackEntry]
  /// What the accounts that bear the cost hold now; `nil` where the register has none and nobody has said.
  public var balance: Money?
  /// Sum of the estate's other small requests of the calendar year that were not refused.
  public var smallThisYear: Money
  /// The accounts that bear the cost; empty where the register has none of the estate.
  public var accounts: [Account] = []
  /// How an approved cost is divided over them.
  public var shares: [Share] = []
  /// The estate's decisions of the document that the request names.
  public var votes: [Vote] = []
  /// Recorded versions of the city's text.
  public var policies: [CaseRow] = []
  /// Year in which the estate was completed.
  public var builtYear: Int?
  /// Code of the estate's community, where that is recorded.
  public var community: String?

  public init(
    fundCase: FundCase?, officer: Officer, blackEntries: [BlackEntry], balance: Money?, smallThisYear: Money = .zero
  ) {
    self.fundCase = fundCase
    self.officer = officer
    self.blackEntries = blackEntries
    self.balance = balance
    self.smallThisYear = smallThisYear
  }
}
