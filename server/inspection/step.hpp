#pragma once
/// What people write into a file of inspection (*hồ sơ*): step by step, never changed, taken away by
/// retention alone. A file is a plan, an inspection or a case of feedback; what stands in it is a function of
/// its steps.
///
/// The same step may be delivered twice, and steps of several people in any order: an inspector's phone is
/// offline for hours. So a step carries an id that its author drew, and nothing that is computed from steps
/// depends on the order in which they came, but for what one person must have seen before (an inspection is
/// started once, at the server).
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/inspection/words.hpp"

namespace badge::inspection {

inline constexpr std::size_t step_text_bytes_max = 4'000;  // of one field: a page of a form

// ── A plan ──────────────────────────────────────────────────────────────────────────────────────────────

/// The yearly plan as its document says. Stated again, the later holds.
struct PlanStated {
  std::string number, issuer, title;
  Date issued_on;
  int year = 0;
};
/// One line: so many units of this kind in these quarters. Stated again with the same `line`, the later
/// holds; a count of 0 takes it out.
struct PlanLine {
  int line = 0;  // from 1
  std::string unit_kind;
  int count = 0;
  std::vector<int> quarters;  // 1 to 4, ascending; empty: any
};

// ── An inspection ───────────────────────────────────────────────────────────────────────────────────────

/// What is to be inspected, and why. Stated again before the start, the later holds.
struct Prepared {
  std::string unit_code;  // empty only where there is a place
  std::string place;      // not in the unit's own rooms: field work, a meeting with citizens
  Basis basis = Basis::plan;
  std::string ordered_by, paper;  // whose order or mandate, by which document
  std::string plan, feedback;     // ids of files: which plan it counts for, which case it follows
  Form form = Form::unannounced;
  TeamKind team = TeamKind::group;
  std::string decision;  // number of the decision that set the team up
  std::vector<Checklist> checklists;
  std::optional<Date> day;  // for which it is meant
};
/// Somebody is of the team; stated again for the same login or name, the later holds.
struct Joined {
  std::string login;  // empty: from another body, without a login here
  std::string full_name, job;
  TeamRole role = TeamRole::member;
};
struct Left {
  std::string login, full_name;
};
/// It will not be made.
struct Dropped {
  std::string reason;
};
/// Who answered for a unit at the minute of the start; filled in by the server. Empty texts: nobody is named.
struct Responsible {
  std::string code, name, job, paper;
  HeadRole role = HeadRole::head;
};
/// The start, with what the server froze then; who was on the list is kept beside it (Listed).
struct Started {
  std::string number;  // of our file, within the year of started inspections: "17/2026"
  std::string unit_name, unit_kind;
  Responsible head;
};
/// What one inspector saw of one person. Said again, their later one holds.
struct Marked {
  std::string staff_code;
  Observed observed = Observed::worn;
  std::string paper;  // of absent_with_paper
  std::string note;
};
/// What holds of a person of whom inspectors said different things. `over` are the marks that were weighed:
/// a mark that comes later opens the question again.
struct Settled {
  std::string staff_code;
  Observed observed = Observed::worn;
  std::vector<std::string> over;  // ids of steps
  std::string reason;
};
/// A line of a checklist, of the unit as a whole.
struct Answered {
  Checklist list = Checklist::postings;
  int version = 1;   // of the list's text (checklists.hpp)
  std::string line;  // its key there
  Answer answer = Answer::kept;
  std::string note;
};
/// The end. Whoever speaks for the unit signs, or does not and is said to have given this reason.
struct Ended {
  std::string unit_view;
  std::string signed_by;       // name and job; empty: nobody signed
  std::string refusal_reason;  // then
  int copies = 2;              // of the minutes
};
struct Issued {
  Paper paper = Paper::report;
  std::string number;
  Date date;
};

// ── A finding of an inspection ──────────────────────────────────────────────────────────────────────────

/// Something to be mended (*tồn tại, hạn chế, vi phạm*). Stated again with the same `finding`, the later
/// holds.
struct Found {
  std::string finding;  // id, drawn by its author
  std::string unit_code;
  Checklist list = Checklist::badge;
  std::string text;
  std::string rule;        // which it breaks
  std::string house_rule;  // number of the version of the unit's own rules, where it is one of these
  std::string evidence;    // by reference: a sheet, a photo's place; nothing is stored here
  std::string recommendation, owner;
  std::optional<Date> due;
  Responsible head;  // of `unit_code` at the minute of the start: who answers for it
};
/// A person whom a finding concerns.
struct Named {
  std::string finding, staff_code;
};
struct Extended {
  std::string finding;
  Date due;
  std::string reason;
};
struct Repaired {
  std::string finding, text, evidence;
};
/// Whether the inspectors take a repair as one.
struct Reviewed {
  std::string finding;
  bool accepted = false;
  std::string reason;
};
struct Viewed {
  std::string finding;
  ViewOf of = ViewOf::head;
  std::string text;
};
/// What became of it, in the words of those who decide. The program proposes nothing about guilt.
struct Handled {
  std::string finding;
  std::string cause, who, head_part;  // nguyên nhân; cá nhân, tập thể; trách nhiệm người đứng đầu
  Outcome outcome = Outcome::within_competence;
  std::string measure;    // decided, or proposed
  std::string to, paper;  // of Outcome::proposed: to whom, by which paper; else the decision's number
};
/// The answer to a proposal.
struct Decided {
  std::string finding, text, paper;
};
struct Closed {
  std::string finding;
};
/// It is part of this person's evaluation of this period.
struct Carried {
  std::string finding, staff_code, period;  // "2026-07", "2026-Q3", "2026"
};

// ── A case of feedback ──────────────────────────────────────────────────────────────────────────────────

struct Received {
  FeedbackKind kind = FeedbackKind::reflection;
  std::string channel;  // hotline, letter, reception of citizens, …
  Date received_on;
  std::string unit_code, subject;
  std::string sender;  // never shown to the unit
  std::optional<Date> due;
  std::string number, body;  // of a denunciation: these and the date are all that is kept
};
struct Replied {
  std::string text, paper;
  Date date;
};

using What = std::variant<PlanStated, PlanLine, Prepared, Joined, Left, Dropped, Started, Marked, Settled,
                          Answered, Ended, Issued, Found, Named, Extended, Repaired, Reviewed, Viewed,
                          Handled, Decided, Closed, Carried, Received, Replied>;

struct Step {
  std::string id;     // 32 lower-case hexadecimal digits
  std::string file;   // likewise: the one that it stands in
  std::string by;     // login of its author
  LocalTime at;       // by the clock of who wrote it
  LocalTime arrived;  // by the server's
  What what;
  /// Of what happens at the server, where it stands in the order of its happening, from 1; 0: it was written
  /// elsewhere, and how it came says nothing.
  std::int64_t no = 0;
};

}  // namespace badge::inspection
