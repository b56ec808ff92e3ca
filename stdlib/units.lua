-- Values with a unit. Kinds of time are never mixed: working days are not calendar days, and neither is a number of hours.

return {
  minutes = host.minutes,
  hours = host.hours,
  calendar_days = host.calendar_days,
  working_days = host.working_days,
  calendar_months = host.calendar_months,
  yuan = host.yuan,
  points = host.points,
  percent = host.percent,
  date = host.date,
}
