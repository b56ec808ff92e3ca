adjustment "lift" {
  title = "µçÌİ",
}
--@2 U+FFFD
