@main
struct Xize {
  static func main() {}
}
