/* Force-included (-include core/base/banned.h) into every unit of core and tui: what must not be called does
 * not compile. The headers that declare it come first, so that including them later is harmless. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef sprintf /* a macro in some fortified headers, which poison warns about */

#pragma GCC poison strcpy strcat strncpy sprintf vsprintf /* no bound: buf.h, snprintf, memcpy */
#pragma GCC poison strtok                                 /* hidden state */
#pragma GCC poison atoi atol atof strtod                  /* no errors, binary floating point: decimal.h */
#pragma GCC poison localtime gmtime                       /* static result, TZ: clock.h */
#pragma GCC poison system popen                           /* a shell */

#endif
