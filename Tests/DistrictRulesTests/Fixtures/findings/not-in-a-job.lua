propose.interview(nil) { because = "十名投诉人" }
--@1 propose.interview(nil) { because = "十名投诉人" }
