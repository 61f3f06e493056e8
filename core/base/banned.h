/* What must not be called does not compile. This header is force-included (-include core/base/banned.h) into every unit
 * of core and tui. It includes the headers that declare the poisoned names first, so that a later include is
 * harmless. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef sprintf /* some fortified headers have a macro, about which poison warns */

#pragma GCC poison strcpy strcat strncpy sprintf vsprintf /* without a bound; use buf.h, snprintf, memcpy */
#pragma GCC poison strtok                                 /* keeps hidden state */
#pragma GCC poison atoi atol atof strtod                  /* tell no errors; use decimal.h */
#pragma GCC poison localtime gmtime                       /* static result, depends on TZ; use clock.h */
#pragma GCC poison system popen                           /* run a shell */

#endif
