/* The batch commands: how one is described, and the functions behind the table in commands.c, by family. */
#ifndef COMMAND_COMMANDS_H
#define COMMAND_COMMANDS_H

#include "command/args.h"
#include "command/context.h"

/* Returns false with `err` set when it was refused or failed, and false without for findings, which were printed. */
typedef bool command_fn(struct context *context, const struct args *args, struct err *err);

/* What is there when a command runs. With NEEDS_LOOK the office is open for looking only (context_look). */
enum command_needs { NEEDS_NOTHING, NEEDS_CONFIG, NEEDS_LOOK, NEEDS_OFFICE };

struct command {
    const char *name;    /* "bukti tambah" */
    const char *grammar; /* its usage, command/args.h */
    enum command_needs needs;
    command_fn *run;
    const char *help;   /* one line, for the list */
    const char *detail; /* what --help says beside it; NULL for nothing */
};

/* Ends with a row without a name. A row whose grammar begins with an option is meant where that option is
 * given. */
extern const struct command commands[];

command_fn command_list;         /* list_command.c: lihat */
command_fn command_set;          /* entry_command.c: isi KODE */
command_fn command_clear;        /* kosongkan */
command_fn command_import;       /* import_command.c: isi --dari-csv */
command_fn command_evidence_add; /* evidence_command.c: bukti ... */
command_fn command_evidence_list;
command_fn command_evidence_remove;
command_fn command_evidence_allow;
command_fn command_evidence_check;
command_fn command_board;     /* board_command.c: status */
command_fn command_review;    /* review_command.c: periksa */
command_fn command_sample;    /* sampel */
command_fn command_initial;   /* step_command.c: paraf */
command_fn command_submit;    /* ajukan */
command_fn command_withdraw;  /* tarik */
command_fn command_verify;    /* verifikasi */
command_fn command_ratify;    /* sahkan */
command_fn command_unlock;    /* buka-kunci */
command_fn command_pass;      /* verdict_command.c: sesuai */
command_fn command_correct;   /* koreksi */
command_fn command_return;    /* kembalikan */
command_fn command_answer;    /* tanggapan */
command_fn command_dashboard; /* dashboard_command.c: dasbor */
command_fn command_report;    /* report_command.c: laporan */
command_fn command_calendar;  /* calendar_command.c: jadwal */
command_fn command_instruct;  /* record_command.c: arahan ... */
command_fn command_reply;
command_fn command_meet;      /* monev catat */
command_fn command_recommend; /* rekomendasi ... */
command_fn command_recommendation_edit;
command_fn command_document_mark; /* dokumen tandai */
command_fn command_hand_over;     /* penyampaian catat */
command_fn command_spend;         /* anggaran ... */
command_fn command_spending_clear;
command_fn command_instructions; /* record_list_command.c: ... lihat */
command_fn command_meetings;
command_fn command_recommendations;
command_fn command_documents;
command_fn command_handovers;
command_fn command_spendings;
command_fn command_rekey_ask; /* rekey_command.c: ketik-ulang ... */
command_fn command_rekey_cancel;
command_fn command_rekey;
command_fn command_history;         /* history_command.c: riwayat */
command_fn command_check;           /* periksa-data */
command_fn command_catalogue_check; /* catalogue_command.c: katalog ... */
command_fn command_catalogue_list;
command_fn command_catalogue_from_csv;
command_fn command_diagnose; /* diagnose_command.c: diagnosa */

#endif
