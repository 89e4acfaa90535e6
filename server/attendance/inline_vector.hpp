#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <stdexcept>
#include <type_traits>

namespace badge::attendance {

/// At most `capacity` plain values, kept where the vector itself lies: judging a month makes millions of them
/// and must not allocate. Growing past the capacity throws std::length_error.
template <class Value, std::size_t capacity>
class InlineVector {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  Value& push_back(const Value& value) {
    if (size_ == capacity) throw std::length_error("InlineVector is full");
    return *std::construct_at(&slots_[size_++].value, value);
  }
  /// Adds one as its member initialisers make it, without clearing what they leave open.
  Value& grow() {
    if (size_ == capacity) throw std::length_error("InlineVector is full");
    return *::new (static_cast<void*>(&slots_[size_++].value)) Value;
  }
  void clear() { size_ = 0; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Value& operator[](std::size_t i) { return slots_[i].value; }
  [[nodiscard]] const Value& operator[](std::size_t i) const { return slots_[i].value; }
  [[nodiscard]] Value& front() { return slots_[0].value; }
  [[nodiscard]] const Value& front() const { return slots_[0].value; }
  [[nodiscard]] Value& back() { return slots_[size_ - 1].value; }
  [[nodiscard]] const Value& back() const { return slots_[size_ - 1].value; }
  [[nodiscard]] Value* begin() { return &slots_[0].value; }
  [[nodiscard]] Value* end() { return begin() + size_; }
  [[nodiscard]] const Value* begin() const { return &slots_[0].value; }
  [[nodiscard]] const Value* end() const { return begin() + size_; }

 private:
  union Slot {  // not made before it is needed: a day has two sessions, not the eight that it could have
    Slot() {}   // NOLINT: `= default` would be deleted for a Value with member initialisers
    Value value;
  };
  static_assert(sizeof(Slot) == sizeof(Value));
  std::size_t size_ = 0;
  std::array<Slot, capacity> slots_;
};

}  // namespace badge::attendance
