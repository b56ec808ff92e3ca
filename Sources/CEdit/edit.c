#include <histedit.h>
#include "CEdit.h"
int xe_placeholder(void) { return 0; }
