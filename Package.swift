// swift-tools-version: 6.2

import PackageDescription

let columns: Target.Dependency = "Columns"
let cityModel: Target.Dependency = "CityModel"

let package = Package(
  name: "xize",
  products: [
    .executable(name: "xize", targets: ["xize"]),
    .library(name: "LuaRuntime", targets: ["LuaRuntime"]),
    .library(name: "LuaSyntax", targets: ["LuaSyntax"]),
    .library(name: "Columns", targets: ["Columns"]),
    .library(name: "CityModel", targets: ["CityModel"]),
    .library(name: "Bureau", targets: ["Bureau"]),
    .library(name: "Reports", targets: ["Reports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // The border to C.
    .systemLibrary(name: "CLiblua", providers: [.apt(["liblua5.4-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    // The archive, not the shared library: position-independent code costs Lua's interpreter a fifth of its speed.
    .target(name: "CLua", dependencies: ["CLiblua"], linkerSettings: [.linkedLibrary(":liblua5.4.a")]),
    .target(name: "CEdit", dependencies: ["CLibedit"]),

    // Know nothing of property management.
    .target(name: "LuaRuntime", dependencies: ["CLua"]),
    .target(name: "LuaSyntax"),
    .target(name: "Columns"),

    // The city.
    .target(name: "CityModel", dependencies: [columns], resources: [.embedInCode("Resources")]),
    .target(
      name: "Register",
      dependencies: [
        columns, cityModel, "CZlib", "CCrypto",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "DistrictRules",
      dependencies: ["LuaRuntime", "LuaSyntax", columns, cityModel],
      resources: [.embedInCode("Stdlib")]),
    .target(
      name: "Bureau", dependencies: ["Register", "DistrictRules", columns, cityModel], resources: [.embedInCode("Resources")]),
    .target(name: "Reports", dependencies: [columns, cityModel]),
    .target(name: "SampleCity", dependencies: [columns, cityModel]),
    .executableTarget(
      name: "xize",
      dependencies: [
        "Bureau", "Reports", "SampleCity", "CEdit", "Register", "DistrictRules", "LuaRuntime", "LuaSyntax", columns, cityModel,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Programs beside the product.
    .target(name: "Adversaries", dependencies: ["LuaRuntime"]),
    .target(name: "Fuzzing", dependencies: ["LuaRuntime", "LuaSyntax"]),
    .executableTarget(name: "EmbedLua", dependencies: ["LuaRuntime"], path: "Sources/Examples/EmbedLua"),
    .executableTarget(
      name: "XizeBench",
      dependencies: [
        "Bureau", "Register", "SampleCity", "DistrictRules", "LuaRuntime", "Adversaries", columns, cityModel,
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Sources/Benchmarks"),

    .testTarget(name: "LuaRuntimeTests", dependencies: ["LuaRuntime", "Adversaries", "CLua"]),
    .testTarget(name: "LuaSyntaxTests", dependencies: ["LuaSyntax"]),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "LuaRuntime", "LuaSyntax"], exclude: ["Corpus"]),
    .testTarget(name: "ColumnsTests", dependencies: [columns]),
    .testTarget(name: "CityModelTests", dependencies: [cityModel, columns]),
    // The persons whom the tests of two targets look for.
    .target(name: "Canaries", path: "Tests/Canaries"),
    .testTarget(name: "RegisterTests", dependencies: ["Register", cityModel, columns, "SampleCity", "Canaries"]),
    .testTarget(
      name: "DistrictRulesTests", dependencies: ["DistrictRules", "LuaRuntime", "LuaSyntax", "Register", cityModel, columns],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "BureauTests",
      dependencies: [
        "Bureau", "Register", "DistrictRules", "SampleCity", cityModel, columns, .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Scoring/CityScores.sql", "Scoring/CountyLists.sql"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", cityModel, columns], exclude: ["Letters/Golden"]),
    .testTarget(name: "SampleCityTests", dependencies: ["SampleCity", cityModel, columns]),
    .testTarget(name: "CommandTests", dependencies: ["xize", "Canaries"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz`, `make test-asan`, `make test-tsan`: the runtime alone, built with a sanitizer into a folder of its own.
let only = Context.environment["XIZE_ONLY"]
if only == "runtime" || only == "fuzz" {
  let runtime: Set<String> = [
    "CLua", "LuaRuntime", "LuaSyntax", "Adversaries", "Fuzzing", "LuaRuntimeTests", "LuaSyntaxTests", "FuzzingTests",
  ]
  package.targets.removeAll { $0.type != .system && !runtime.contains($0.name) }
  package.products.removeAll { !runtime.contains($0.name) }
}
if only == "fuzz" {
  package.targets.append(.executableTarget(name: "Fuzz", dependencies: ["Fuzzing"], path: "Sources/Fuzz"))
}

// One loop sets the language for every Swift target; the targets that touch C account for every unsafe expression.
let touchesC: Set<String> = ["LuaRuntime", "Register", "xize"]
let notSwift: Set<String> = ["CLua", "CEdit"]
for target in package.targets where target.type != .system && !notSwift.contains(target.name) {
  var settings = target.swiftSettings ?? []
  settings += [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
  if touchesC.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
