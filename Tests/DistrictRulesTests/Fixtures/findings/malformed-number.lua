adjustment "lift" {
  deduct = 1..2, --^ 1..2
}
