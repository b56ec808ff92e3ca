::here::
::here:: --^ here
