adjustment "lift" {
  note = [=lift, --^ [=
}
