/* The roles of people (core/DOMAIN.md, Who). What they may do is in the tables of model/workflow.c. */
#ifndef VALUE_ROLE_H
#define VALUE_ROLE_H

#include "base/closed_set.h"
#include "value/measure.h"

#define ROLES(X)                                                                                             \
    X(ROLE_OPERATOR, "operator", "operator", "mengisi realisasi dan bukti bidangnya")                        \
    X(ROLE_SUPERVISOR, "atasan", "atasan", "memaraf dan mengajukan triwulan bidangnya")                      \
    X(ROLE_VERIFIER, "verifikator", "verifikator", "memeriksa isian terhadap bukti")                         \
    X(ROLE_PLANNER, "perencana", "perencana", "menyusun laporan dan membuka kunci")                          \
    X(ROLE_HEAD, "pimpinan", "pimpinan", "mengesahkan triwulan")                                             \
    X(ROLE_READER, "pembaca", "pembaca", "membaca yang sudah disahkan")

enum role { ROLES(SET_ID) ROLE_COUNT };

/* A role_set has bit (1u << enum role) for each role. */
typedef unsigned role_set;

extern const struct vocabulary role_words;

/* Prints the roles for a message: "operator, atasan". */
void role_set_print(role_set roles, char *out, size_t size);

#endif
