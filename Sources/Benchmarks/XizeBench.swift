@main
struct XizeBench {
  static func main() {}
}
