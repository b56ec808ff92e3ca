adjustment "lift" {
  deduct = , --^ ,
}
