internal import CLua

extension Engine {
  /// Makes a kind of row known.
  ///
  /// - Parameters:
  ///   - name: as messages say it: "complaint".
  ///   - rows: how many there are.
  ///   - epoch: which snapshot they are from (24 bits count). A handle of another epoch is refused with a clear error.
  ///   - describe: what `tostring` gives.
  public func registerRecord(
    _ name: String, rows: Int, epoch: Int = 0, fields: [Field] = [], methods: [HostFunction] = [],
    describe: ((_ row: UInt32) throws -> String)? = nil
  ) throws(LuaError) -> RecordKind {
    let kind = try registerRecord(name, counting: { rows }, epoch: epoch, fields: fields, methods: methods, describe: describe)
    try count(kind.id)
    return kind
  }

  /// Makes a kind of row known whose rows are counted when the first handle of one is made.
  ///
  /// - Parameter counting: how many there are. Asked once; what it throws is thrown by whatever needed the first handle.
  public func registerRecord(
    _ name: String, counting rows: @escaping () throws -> Int, epoch: Int = 0, fields: [Field] = [], methods: [HostFunction] = [],
    describe: ((_ row: UInt32) throws -> String)? = nil
  ) throws(LuaError) -> RecordKind {
    let id = try newKind(name, flavour: XL_RECORD, members: fields.count + methods.count)
    // Of a kind that nobody has counted C knows no row, and refuses every handle.
    unsafe xl_kind_rows(state, UInt32(id), 0, UInt32(truncatingIfNeeded: epoch))
    uncounted[Int(id)] = rows
    records[id] = RecordStore(fields: fields)
    for (index, field) in fields.enumerated() {
      try added(field.name, to: name, unsafe xl_member_field(state, UInt32(id), UInt32(index), field.name))
    }
    try addMethods(methods, to: id, name: name, from: fields.count)
    if let describe {
      on(XL_ON_DESCRIBE, id, "tostring") { call in try call.return(describe(call.receiver.row)) }
    }
    return RecordKind(id: id)
  }

  /// The rows of another snapshot take the place of the old ones; fields are resolved anew when they are touched.
  public func replaceRows(of kind: RecordKind, rows: Int, epoch: Int, fields: [Field]? = nil) throws(LuaError) {
    guard let store = records[kind.id] else { throw LuaError(.misuse, "this kind belongs to another engine") }
    if let fields {
      guard fields.map(\.name) == store.fields.map(\.name) else {
        throw LuaError(.misuse, "the fields of a kind cannot change")
      }
      store.fields = fields
    }
    uncounted[Int(kind.id)] = nil
    unsafe xl_kind_reset(state, UInt32(kind.id))
    unsafe xl_kind_rows(state, UInt32(kind.id), try rowCount(rows), UInt32(truncatingIfNeeded: epoch))
    store.owners.removeAll()
  }

  /// How quantities of a kind are calculated with.
  public enum Algebra {
    /// Compared only.
    case none
    /// Added, subtracted, compared; multiplied by integers; divided by them where nothing remains.
    case linear
    /// Points on a line: their differences are of another, linear kind, which is added to them and subtracted from them.
    case affine(difference: QuantityKind)
  }

  /// Makes a kind of exact amount known: a moment, a duration, money, points. Values have 56 bits.
  public func registerQuantity(
    _ name: String, algebra: Algebra = .linear, properties: [(name: String, body: (Int64) throws -> LuaValue)] = [],
    methods: [HostFunction] = [], format: @escaping (Int64) throws -> String
  ) throws(LuaError) -> QuantityKind {
    let id = try newKind(name, flavour: XL_QUANTITY, members: properties.count + methods.count)
    switch algebra {
    case .none: unsafe xl_kind_algebra(state, UInt32(id), UInt32(XL_COMPARED), 0)
    case .linear: unsafe xl_kind_algebra(state, UInt32(id), UInt32(XL_LINEAR), 0)
    case .affine(let difference):
      unsafe xl_kind_algebra(state, UInt32(id), UInt32(XL_AFFINE), UInt32(difference.id))
    }
    for (index, property) in properties.enumerated() {
      let body = property.body
      let box = box("\(name).\(property.name)", receiver: 0) { call in
        try call.return(body(xl_quantity_value(call.receiver.bits)))
      }
      try added(
        property.name, to: name, unsafe xl_member_computed(state, UInt32(id), UInt32(index), property.name, box.raw))
    }
    try addMethods(methods, to: id, name: name, from: properties.count)
    on(XL_ON_DESCRIBE, id, "tostring") { call in
      try call.return(format(xl_quantity_value(call.receiver.bits)))
    }
    return QuantityKind(id: id)
  }

  /// Makes a kind of thing with methods known: a collection, a query. A handle's row says which one it is; where they are kept
  /// is the host's business.
  ///
  /// - Parameters:
  ///   - call: what `x(…)` does; arguments count from 1, `call.receiver` is x.
  ///   - length: what `#x` is.
  ///   - member: what `x.name` is where `name` is no method; the name is argument 1.
  public func registerObject(
    _ name: String, count: Int, epoch: Int = 0, methods: [HostFunction] = [], call: HostFunction.Body? = nil,
    length: ((_ row: UInt32) throws -> Int)? = nil, member: HostFunction.Body? = nil,
    describe: ((_ row: UInt32) throws -> String)? = nil
  ) throws(LuaError) -> ObjectKind {
    let id = try newKind(name, flavour: XL_OBJECT, members: methods.count)
    unsafe xl_kind_rows(state, UInt32(id), try rowCount(count), UInt32(truncatingIfNeeded: epoch))
    try addMethods(methods, to: id, name: name, from: 0)
    if let call { on(XL_ON_CALL, id, name, call) }
    if let length { on(XL_ON_LENGTH, id, "length") { call in try call.return(Int64(length(call.receiver.row))) } }
    if let member { on(XL_ON_MEMBER, id, name, member) }
    if let describe {
      on(XL_ON_DESCRIBE, id, "tostring") { call in try call.return(describe(call.receiver.row)) }
    }
    return ObjectKind(id: id)
  }

  /// How many objects of a kind there are now, and of which epoch.
  public func setCount(of kind: ObjectKind, _ count: Int, epoch: Int = 0) throws(LuaError) {
    unsafe xl_kind_rows(state, UInt32(kind.id), try rowCount(count), UInt32(truncatingIfNeeded: epoch))
  }

  /// A row of the present snapshot.
  ///
  /// - Throws: what counting the kind's rows throws, if nobody has counted them.
  public func row(_ kind: RecordKind, _ row: Int) throws(LuaError) -> LuaValue {
    try count(kind.id)
    return .handle(unsafe Handle(bits: xl_row_make(state, UInt32(kind.id), UInt32(clamping: row))))
  }

  public func object(_ kind: ObjectKind, _ index: Int) -> LuaValue {
    .handle(unsafe Handle(bits: xl_row_make(state, UInt32(kind.id), UInt32(clamping: index))))
  }

  /// - Throws: `conversion` for a value of more than 56 bits.
  public func quantity(_ kind: QuantityKind, _ value: Int64) throws(LuaError) -> LuaValue {
    var bits: UInt64 = 0
    guard unsafe xl_quantity_make(UInt32(kind.id), value, &bits) else {
      throw LuaError(.conversion, "\(value) does not fit into \(described(kind.id))")
    }
    return .handle(Handle(bits: bits))
  }

  public func kindName(_ id: UInt8) -> String { unsafe String(cString: xl_kind_name(state, UInt32(id))) }

  /// "a moment", "an enterprise".
  func described(_ id: UInt8) -> String {
    let name = kindName(id)
    return (name.first.map { "aeiouAEIOU".contains($0) } == true ? "an " : "a ") + name
  }

  // MARK: -

  /// Whoever makes a handle of a kind has its rows counted first.
  @inline(__always)
  func count(_ kind: UInt8) throws(LuaError) {
    if uncounted[Int(kind)] != nil { try countNow(kind) }
  }

  @inline(never)
  private func countNow(_ kind: UInt8) throws(LuaError) {
    guard let counting = uncounted[Int(kind)] else { return }
    let rows: Int
    do { rows = try counting() } catch { throw error as? LuaError ?? LuaError(.host, "\(error)", underlying: error) }
    unsafe xl_kind_rows(state, UInt32(kind), try rowCount(rows), xl_kind_epoch(state, UInt32(kind)))
    uncounted[Int(kind)] = nil
  }

  private func newKind(_ name: String, flavour: Int, members: Int) throws(LuaError) -> UInt8 {
    let id = unsafe xl_kind_new(state, name, UInt32(flavour), UInt32(clamping: members))
    guard let id = UInt8(exactly: id), id != 0 else { throw LuaError(.setup, "no room for one more kind, `\(name)`") }
    return id
  }

  private func rowCount(_ rows: Int) throws(LuaError) -> UInt32 {
    guard let count = UInt32(exactly: rows), count < .max else {
      throw LuaError(.setup, "a kind cannot have \(rows) rows")
    }
    return count
  }

  private func added(_ name: String, to kind: String, _ done: Bool) throws(LuaError) {
    guard done else {
      throw LuaError(.setup, "`\(name)` cannot be a member of \(kind): names have 1 to 40 bytes and occur once")
    }
  }

  private func addMethods(_ methods: [HostFunction], to id: UInt8, name: String, from first: Int) throws(LuaError) {
    for (index, method) in methods.enumerated() {
      let box = box("\(name):\(method.name)", receiver: id, method.body)
      try added(
        method.name, to: name, unsafe xl_member_method(state, UInt32(id), UInt32(first + index), method.name, box.raw))
    }
  }

  private func on(_ event: Int, _ id: UInt8, _ name: String, _ body: @escaping HostFunction.Body) {
    let box = box(name, receiver: 0, body)
    unsafe xl_kind_on(state, UInt32(id), UInt32(event), box.raw)
  }

  /// Called by C when a field is touched for the first time.
  func resolve(_ call: UnsafeMutablePointer<xl_call>, kind: UInt32, member: UInt32) -> Int32 {
    guard let store = records[UInt8(truncatingIfNeeded: kind)], Int(member) < store.fields.count else { return 0 }
    let index = Int(member)
    do {
      switch try store.fields[index].storage() {
      case .int64(let values, let quantity, let owner):
        store.owners[index] = [owner]
        unsafe xl_field_int64(state, kind, member, values, UInt32(quantity?.id ?? 0))
      case .int32(let values, let quantity, let owner):
        store.owners[index] = [owner]
        unsafe xl_field_int32(state, kind, member, values, UInt32(quantity?.id ?? 0))
      case .bits(let values, let known, let owner):
        store.owners[index] = [owner]
        unsafe xl_field_bits(state, kind, member, values, known)
      case .text(let codes, let dictionary, let owner):
        store.owners[index] = [owner, dictionary]
        unsafe xl_field_text(state, kind, member, codes, try number(of: dictionary))
      case .reference(let rows, let target, let owner):
        try count(target.id)
        store.owners[index] = [owner]
        unsafe xl_field_reference(state, kind, member, rows, UInt32(target.id))
      case .computed(let body):
        let name = kindName(UInt8(truncatingIfNeeded: kind)) + "." + store.fields[index].name
        let box = box(name, replacing: store.computed[index]) { call in try call.return(body(call.receiver.row)) }
        store.computed[index] = box
        unsafe xl_field_computed(state, kind, member, box.raw)
      }
      return 0
    } catch {
      unsafe fail(call, with: error)
      return -1
    }
  }

  private func number(of dictionary: TextDictionary) throws(LuaError) -> UInt32 {
    let key = ObjectIdentifier(dictionary)
    if let (_, number) = dictionaries[key] { return number }
    let number = unsafe xl_dictionary_new(state, dictionary.bytes, dictionary.offsets, UInt32(clamping: dictionary.count))
    guard number != 0 else { throw LuaError(.setup, "no room for one more dictionary") }
    dictionaries[key] = (dictionary, number)
    return number
  }
}
