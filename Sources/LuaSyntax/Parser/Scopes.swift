/// What is declared where: variables, labels, functions around.
struct Scopes {
  /// All variables declared so far.
  private(set) var variables: [Variable] = []
  /// For each of them the number of its name, the variable it hides, and the function it belongs to.
  private var records: [Record] = []
  /// The variables that can be seen, from the outside in.
  private(set) var active: [Int] = []
  /// By number of a name: the variable it stands for now, or -1.
  private var visible: [Int] = []

  private(set) var functions: [Function] = []
  private(set) var blocks: [BlockScope] = []
  private var labels: [Label] = []
  /// Jumps forward whose label has not come yet, `break` among them.
  private var jumps: [Jump] = []

  private struct Record {
    var number: Int
    var hidden: Int
    var function: Int
  }

  struct Function {
    var isVararg: Bool
    /// The first of its blocks, labels and jumps in the lists.
    var firstBlock: Int
    var firstLabel: Int
    /// Variables that are declared, and the hidden ones of its loops.
    var localCount = 0
    /// Variables of functions around that it uses; `environment` among them.
    var upvalues: [Int] = []
  }

  struct BlockScope {
    var isLoop: Bool
    var firstLabel: Int
    var firstJump: Int
    var firstActive: Int
    var localCount: Int
  }

  struct Label {
    var name: Name
    var activeCount: Int
  }

  struct Jump {
    /// `nil` for `break`.
    var name: Name?
    var span: SourceSpan
    var activeCount: Int
  }

  /// Stands for `_ENV` among upvalues.
  static let environment = -1

  var function: Function { functions[functions.count - 1] }
  var block: BlockScope { blocks[blocks.count - 1] }

  // MARK: - Variables

  /// Declares a variable that nobody sees before `activate`. Returns its index.
  mutating func declare(_ name: Name, _ number: Int, _ kind: Variable.Kind, _ attribute: Variable.Attribute? = nil)
    -> Int
  {
    variables.append(
      Variable(name: name, kind: kind, attribute: attribute, scope: SourceSpan(name.span.end, name.span.end)))
    records.append(Record(number: number, hidden: -1, function: functions.count - 1))
    functions[functions.count - 1].localCount += 1
    return variables.count - 1
  }

  /// Variables that the original makes for itself count towards the limit.
  mutating func declareHidden(_ count: Int) { functions[functions.count - 1].localCount += count }

  /// Lets a variable be seen from `offset` on.
  mutating func activate(_ variable: Int, at offset: Int) {
    let number = records[variable].number
    while visible.count <= number { visible.append(-1) }
    records[variable].hidden = visible[number]
    visible[number] = variable
    variables[variable].scope.start = offset
    active.append(variable)
  }

  /// What the name with this number stands for.
  mutating func resolve(_ number: Int) -> Binding {
    guard number < visible.count, visible[number] >= 0 else { return .global }
    let variable = visible[number]
    variables[variable].isUsed = true
    return records[variable].function == functions.count - 1 ? .local(variable) : .upvalue(variable)
  }

  /// Notes that the innermost function uses a variable of a function around. Returns false when one of the functions
  /// between uses too many.
  mutating func capture(_ variable: Int) -> Bool {
    let owner = variable == Self.environment ? 0 : records[variable].function
    var index = functions.count - 1
    while index > owner, !functions[index].upvalues.contains(variable) {
      guard functions[index].upvalues.count < Self.maximumUpvalues else { return false }
      functions[index].upvalues.append(variable)
      index -= 1
    }
    return true
  }

  static let maximumUpvalues = 255
  static let maximumLocals = 200

  // MARK: - Functions and blocks

  mutating func openFunction(isVararg: Bool) {
    functions.append(Function(isVararg: isVararg, firstBlock: blocks.count, firstLabel: labels.count))
  }

  mutating func makeVararg() { functions[functions.count - 1].isVararg = true }

  /// Forgets the innermost function, whose blocks are closed.
  mutating func closeFunction() { functions.removeLast() }

  mutating func openBlock(isLoop: Bool) {
    blocks.append(
      BlockScope(
        isLoop: isLoop, firstLabel: labels.count, firstJump: jumps.count, firstActive: active.count,
        localCount: function.localCount))
  }

  /// Closes the innermost block at `offset`: its variables and labels are gone, jumps that found no label go on in
  /// the block around. Returns the jump that found none in its whole function.
  mutating func closeBlock(at offset: Int) -> Jump? {
    let block = blocks.removeLast()
    while active.count > block.firstActive {
      let variable = active.removeLast()
      visible[records[variable].number] = records[variable].hidden
      variables[variable].scope.end = max(variables[variable].scope.start, offset)
    }
    functions[functions.count - 1].localCount = block.localCount
    labels.removeSubrange(block.firstLabel...)
    let index = block.firstJump
    if block.isLoop { endBreaks(from: index) }
    if blocks.count == function.firstBlock { return index < jumps.count ? jumps[index] : nil }
    for jump in jumps.indices[index...] { jumps[jump].activeCount = min(jumps[jump].activeCount, active.count) }
    return nil
  }

  /// The loop whose block has been closed is where its `break`s lead.
  private mutating func endBreaks(from first: Int) {
    for index in jumps.indices[first...].reversed() where jumps[index].name == nil { jumps.remove(at: index) }
  }

  // MARK: - Labels

  /// The label of this name that can be seen.
  func label(_ name: String) -> Label? {
    labels[function.firstLabel...].first { $0.name.text == name }
  }

  /// Adds a label and ends the jumps of its block that lead there. `isLast`: only labels and semicolons follow in the
  /// block, whose variables then count as gone. Returns a jump that would lead into the scope of a variable, and that
  /// variable.
  mutating func add(_ label: Name, isLast: Bool) -> (jump: Jump, variable: Int)? {
    let activeCount = isLast ? block.firstActive : active.count
    labels.append(Label(name: label, activeCount: activeCount))
    for index in jumps.indices[block.firstJump...].reversed() where jumps[index].name?.text == label.text {
      let jump = jumps[index]
      if jump.activeCount < activeCount { return (jump, active[jump.activeCount]) }
      jumps.remove(at: index)
    }
    return nil
  }

  mutating func jump(_ name: Name?, _ span: SourceSpan) {
    jumps.append(Jump(name: name, span: span, activeCount: active.count))
  }
}
