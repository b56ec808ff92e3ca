local first = date "2026-02-30"
--@1 2026-02-30
