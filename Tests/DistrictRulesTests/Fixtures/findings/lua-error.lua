error("not ready", 0)
--@1 error("not ready", 0)
