# cmake -DFOLDER=… -DOUTPUT=….cpp -DHEADER=… -DNAMESPACE=… -P embed_files.cmake
# Writes a C++ file that holds every file of FOLDER: the function NAMESPACE::embedded_files(), which HEADER declares.
# The bytes come in by the assembler, which takes a megabyte in no time; a compiler takes seconds for an array of
# numbers. The digests in the table make the file change, and so be compiled again, whenever a byte of any file does.
file(GLOB_RECURSE names RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT names)
set(packed ${OUTPUT}.packed)
file(REMOVE_RECURSE ${packed})
file(MAKE_DIRECTORY ${packed})

set(blobs "")
set(declarations "")
set(rows "")
set(number 0)
string(MAKE_C_IDENTIFIER ${NAMESPACE} prefix) # two such files may meet in one program

# One object with its length: two symbols and the bytes between them.
macro(add_blob symbol path)
  string(APPEND blobs
    "asm(\".section .rodata\\n.balign 16\\n\"\n"
    "    \"${symbol}_begin:\\n.incbin \\\"${path}\\\"\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n")
  string(APPEND declarations
    "extern const char ${symbol}_begin[] __asm__(\"${symbol}_begin\");\n"
    "extern const char ${symbol}_end[] __asm__(\"${symbol}_end\");\n")
endmacro()

foreach(name IN LISTS names)
  file(SHA256 ${FOLDER}/${name} digest)
  string(SUBSTRING ${digest} 0 20 etag)
  add_blob(${prefix}_${number} ${FOLDER}/${name})
  set(gzip "{}")
  set(small ${packed}/${number}.gz)
  execute_process(COMMAND gzip -9 -n -c ${FOLDER}/${name} OUTPUT_FILE ${small} COMMAND_ERROR_IS_FATAL ANY)
  file(SIZE ${FOLDER}/${name} size)
  file(SIZE ${small} small_size)
  if(small_size LESS size)
    add_blob(${prefix}_${number}_gzip ${small})
    set(gzip "text(${prefix}_${number}_gzip_begin, ${prefix}_${number}_gzip_end)")
  endif()
  string(APPEND rows
    "      {\"/${name}\", \"\\\"${etag}\\\"\", text(${prefix}_${number}_begin, ${prefix}_${number}_end), ${gzip}},\n")
  math(EXPR number "${number} + 1")
endforeach()
if(number EQUAL 0)
  message(FATAL_ERROR "${FOLDER} is empty: there is nothing to embed")
endif()

file(WRITE ${OUTPUT}
"// Written by embed_files.cmake.
#include <array>

#include \"${HEADER}\"

${blobs}
extern \"C\" {
${declarations}}

namespace ${NAMESPACE} {
namespace {
std::string_view text(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }
}  // namespace

std::span<const EmbeddedFile> embedded_files() {
  static const std::array<EmbeddedFile, ${number}> files = {{
${rows}  }};
  return files;
}

}  // namespace ${NAMESPACE}
")
