# Warnings are errors; sanitizers and fuzzing are chosen by the presets.
set(CHUYEN_CAN_SANITIZE "" CACHE STRING "sanitizers, comma separated: address,undefined or thread")
option(CHUYEN_CAN_FUZZ "build the fuzz targets (clang only)" OFF)

add_compile_options(
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-qual -Woverloaded-virtual -Wimplicit-fallthrough -Werror)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # The standard library of GCC 12 uses what it has deprecated itself (get_temporary_buffer in stable_sort).
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(CHUYEN_CAN_SANITIZE)
  add_compile_options(-fsanitize=${CHUYEN_CAN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CHUYEN_CAN_SANITIZE})
endif()
if(CHUYEN_CAN_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # With its checks inserted GCC 12 loses track of what tl::expected has made.
  add_compile_options(-Wno-maybe-uninitialized)
endif()
if(CHUYEN_CAN_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC warns that it does not model fences; the libraries that use one (Asio) are not ours.
  add_compile_options(-Wno-tsan)
endif()
if(CHUYEN_CAN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(ccache ccache)
if(ccache AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Build trees and clones share one cache: the folder they lie in is no part of what is compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${ccache})
endif()

find_program(mold_linker mold)
if(mold_linker)
  add_link_options(-fuse-ld=mold)
endif()
