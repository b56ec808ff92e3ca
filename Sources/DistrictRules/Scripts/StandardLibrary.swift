/// The Lua that every script sees, from `stdlib/`, in the order in which its files build on one another.
enum StandardLibrary {
  static var files: [(name: String, text: String)] {
    [
      ("stdlib/conditions.lua", PackageResources.conditions_lua), ("stdlib/units.lua", PackageResources.units_lua),
      ("stdlib/declarations.lua", PackageResources.declarations_lua), ("stdlib/procedures.lua", PackageResources.procedures_lua),
      ("stdlib/reports.lua", PackageResources.reports_lua), ("stdlib/propose.lua", PackageResources.propose_lua),
      ("stdlib/tests.lua", PackageResources.tests_lua),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }
}
