#include "server/app/credential_holders.hpp"

#include <utility>

namespace badge::app {

CredentialHolders::CredentialHolders(std::shared_ptr<const attendance::RuleBook> book,
                                     const store::Snapshot& snapshot, const CredentialHolders* earlier)
    : book_(std::move(book)) {
  if (earlier != nullptr) {
    tenures_ = earlier->tenures_;
    end_of_tenures_ = earlier->end_of_tenures_;
    tenures_of_ = earlier->tenures_of_;
  } else {
    end_of_tenures_ = {0};
    tenures_of_.resize(book_->people().size());
  }
  snapshot.for_each_credential(last_credential(), [this](std::uint32_t no, const store::TapKey& key) {
    end_of_tenures_.resize(no, end_of_tenures_.back());  // numbers between them are nobody's
    add(key);
  });
  tenures_.shrink_to_fit();
}

void CredentialHolders::add(const store::TapKey& key) {
  const auto& people = book_->people();
  if (const auto credential = key.credential()) {
    const auto tenures = people.tenures(credential->hex());
    tenures_.insert(tenures_.end(), tenures.begin(), tenures.end());
  } else if (const auto person = people.find(key.staff_code())) {
    tenures_.push_back({*person, {attendance::LocalTime::min(), attendance::LocalTime::max()}});
  }
  for (auto i = end_of_tenures_.back(); i < tenures_.size(); ++i) {
    auto& count = tenures_of_[tenures_[i].person];
    count = count == 0 ? 1 : 2;
  }
  end_of_tenures_.push_back(static_cast<std::uint32_t>(tenures_.size()));
}

}  // namespace badge::app
