@main
struct EmbedLua {
  static func main() {}
}
