error("not ready", 0)
