adjustment "lift" {
  title = "lift",​ --^ ​
}
