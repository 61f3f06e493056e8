/* The version of the program, as `--version` and `diagnosa` print it. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define TRIWULAN_VERSION "0.1.0"

#endif
