local found = string.find("3号楼", "[0-9")
--@1 local found = string.find("3号楼", "[0-9")
