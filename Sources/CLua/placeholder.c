#include <lua.h>
#include "CLua.h"
int xl_placeholder(void) { return (int)(LUA_VERSION_NUM); }
