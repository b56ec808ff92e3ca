local lines = why(nil)
--@1 local lines = why(nil)
