adjustment "lift" {
  deduct = 1 $ 2, --^ $
}
