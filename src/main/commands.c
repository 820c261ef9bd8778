#include "main/commands.h"

#include "app/audit_cli.h"
#include "app/settings_cli.h"
#include "feature/person/person_cli.h"
#include "feature/plan/plan_cli.h"
#include "feature/unit/unit_cli.h"
#include "main/doctor.h"
#include "main/feature_list.h"
#include "main/help.h"
#include "main/read.h"
#include "main/restore.h"
#include "main/routes.h"
#include "main/serve.h"

static enum cli_exit run_plan(struct cli *cli)
{
	return plan_cli_run(cli, feature_list_jobs);
}

const struct command commands[] = {
    {.name = "serve",
     .usage = "[--listen HOST:PORT] [--https] [--proxy ADDRESS]",
     .help = MSG("Runs the web server; --https where a server in front of it speaks https, --proxy for that server's address"),
     .run_alone = serve_run},
    {.name = "read",
     .usage = "FILE [--json | --ics | --text]",
     .help = MSG("Reads a plan and prints what it says; --text its bare text"),
     .run_alone = read_run},
    {.name = "check",
     .usage = "FILE [--above FILE]",
     .help =
         MSG("Prints what may be wrong with a plan, --above against the plan it carries out: 0 nothing, 1 something, 2 it cannot "
             "be read"),
     .run_alone = read_check_run},
    {.name = "repair",
     .usage = "FILE [--json] [--all] [--suggest]",
     .help = MSG("Restores Vietnamese text that was read by a machine without Vietnamese; sound text stays; --all asks no "
                 "questions, --suggest lists doubtful words instead"),
     .run_alone = restore_run_repair},
    {.name = "accent",
     .usage = "FILE [--json]",
     .help = MSG("Puts the marks back into Vietnamese that was typed without them"),
     .run_alone = restore_run_accent},
    {.name = "plan",
     .usage = "import --unit CODE [--confirm [--past-done]] FILE...",
     .help = MSG("Reads plans and gives them to a unit; --confirm makes them count at once, without review, --past-done what lay "
                 "before today as done"),
     .run = run_plan},
    {.name = "unit",
     .usage = "list | add --code CODE --kind KIND --name NAME [--parent CODE] | import FILE.tsv",
     .help = MSG("The register of units; a file has code, kind, name and the parent's code, with tabs between them"),
     .run = unit_cli_run},
    {.name = "person",
     .usage = "list | add --login LOGIN --name NAME --role ROLE --unit CODE [--stdin] | password LOGIN [--stdin]",
     .help = MSG("Accounts; the password is one for one use, printed, or the first line of standard input"),
     .run = person_cli_run},
    {.name = "setting", .usage = "list | set NAME VALUE", .help = MSG("The settings with their bounds"), .run = settings_cli_run},
    {.name = "audit",
     .usage = "list | check",
     .help = MSG("The record of who did what; check finds what was changed in it"),
     .run = audit_cli_run},
    {.name = "routes",
     .usage = "",
     .help = MSG("Lists the addresses that the server answers, with the permission and the fields of each"),
     .run_alone = routes_run},
    {.name = "doctor",
     .usage = "",
     .help = MSG("Tells what this machine has for reading files, and what protects it from them"),
     .run_alone = doctor_run},
    {.name = "help", .usage = "", .help = MSG("Prints this"), .run_alone = help_run},
    {.name = NULL},
};
