#include "sim/workbook/zip_parts.hpp"

#include <zip.h>

#include <memory>

namespace stairwise {
namespace {

constexpr zip_int64_t kMostEntries = 10'000; // assumed: a workbook of 1,000 sheets has 3,000

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

Fault damaged(const std::string& file, const std::string& place)
{
    return {file, place, {"workbook.damaged", {}}, {"workbook.damaged.mend", {}}};
}

class Zip {
public:
    Zip(std::unique_ptr<zip_t, Discard> zip, std::string file) : zip_(std::move(zip)), file_(std::move(file)) {}

    Result<std::optional<std::string>> part(const std::string& name)
    {
        const zip_int64_t index = zip_name_locate(zip_.get(), name.c_str(), 0);
        if (index < 0) return std::optional<std::string>{};
        const std::unique_ptr<zip_file_t, Discard> open(
            zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
        if (!open) return damaged(file_, name);
        std::string bytes;
        // The sizes that a zip states are its maker's word: what comes out is counted.
        for (std::string block(kBlockBytes, '\0');;) {
            const zip_int64_t got = zip_fread(open.get(), block.data(), block.size());
            if (got < 0) return damaged(file_, name);
            if (got == 0) return std::optional(std::move(bytes));
            bytes.append(block, 0, static_cast<std::size_t>(got));
            given_ += static_cast<std::size_t>(got);
            if (given_ > kMostUnzipped)
                return Fault{file_, name, {"workbook.too_large", {}}, {"workbook.too_large.mend", {}}};
        }
    }

private:
    static constexpr std::size_t kBlockBytes = 1U << 16U;
    std::unique_ptr<zip_t, Discard> zip_;
    std::string file_;
    std::size_t given_ = 0;
};

}

Result<ZipParts> partsOfZip(std::string_view bytes, const std::string& file)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    std::unique_ptr<zip_t, Discard> zip(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!zip) {
        if (source != nullptr) zip_source_free(source);
        return damaged(file, "");
    }
    if (zip_get_num_entries(zip.get(), 0) > kMostEntries)
        return Fault{file, "", {"workbook.too_large", {}}, {"workbook.too_large.mend", {}}};
    return ZipParts(
        [held = std::make_shared<Zip>(std::move(zip), file)](const std::string& name) { return held->part(name); });
}

namespace {

Fault unwritten(const std::string& file)
{
    return {file, "", {"workbook.unwritten", {}}, {"workbook.unwritten.mend", {}}};
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

bool add(zip_t* zip, const ZipPart& part)
{
    constexpr zip_uint16_t kFirstDay = (1U << 5U) | 1U; // 1 January 1980
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(zip, part.name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
}

}

Result<std::string> officeZip(std::span<const ZipPart> parts, const std::string& file)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, FreeSource> whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!whole) return unwritten(file);
    zip_source_keep(whole.get()); // the archive frees one hold of it, this function the other
    std::unique_ptr<zip_t, Discard> zip(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
    if (!zip) {
        zip_source_free(whole.get());
        return unwritten(file);
    }
    for (const ZipPart& part : parts)
        if (!add(zip.get(), part)) return unwritten(file);
    if (zip_close(zip.get()) != 0) return unwritten(file);
    static_cast<void>(zip.release());
    zip_stat_t state;
    if (zip_source_stat(whole.get(), &state) != 0 || zip_source_open(whole.get()) != 0) return unwritten(file);
    std::string bytes(static_cast<std::size_t>(state.size), '\0');
    const zip_int64_t read = zip_source_read(whole.get(), bytes.data(), bytes.size());
    zip_source_close(whole.get());
    if (read != static_cast<zip_int64_t>(bytes.size())) return unwritten(file);
    return bytes;
}

}
