#pragma once
#include <optional>
#include <string>

#include "server/app/leave_report.hpp"
#include "server/documents/paper.hpp"
#include "server/store/store.hpp"

namespace badge::app {

/// The application (*đơn*) of a request as it was asked for, with what the ledger says of the year's leave.
/// `leave` nothing: nobody keeps one of this person. Pure.
[[nodiscard]] documents::Paper leave_application_of(const PersonName& person,
                                                    const store::AbsenceRequest& request,
                                                    const std::optional<LeaveReport>& leave,
                                                    attendance::Date today);

}  // namespace badge::app
