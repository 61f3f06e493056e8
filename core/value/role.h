/* Who may do what is decided in model/admit; here are only the roles themselves (DOMAIN.md, Who). */
#ifndef VALUE_ROLE_H
#define VALUE_ROLE_H

#include "value/measure.h"

#define ROLES(X)                                                                                             \
    X(ROLE_OPERATOR, "operator", "operator", "mengisi realisasi dan bukti bidangnya")                        \
    X(ROLE_SUPERVISOR, "atasan", "atasan", "memaraf dan mengajukan triwulan bidangnya")                      \
    X(ROLE_VERIFIER, "verifikator", "verifikator", "memeriksa isian terhadap bukti")                         \
    X(ROLE_PLANNER, "perencana", "perencana", "menyusun laporan dan membuka kunci")                          \
    X(ROLE_HEAD, "pimpinan", "pimpinan", "mengesahkan triwulan")                                             \
    X(ROLE_READER, "pembaca", "pembaca", "membaca yang sudah disahkan")

#define X(id, word, label, help) id,
enum role { ROLES(X) ROLE_COUNT };
#undef X

/* A set of roles: bit (1u << enum role). */
typedef unsigned role_set;

extern const struct vocabulary role_words;

/* "operator, atasan" into `out`. */
void role_set_print(role_set roles, char *out, size_t size);

#endif
