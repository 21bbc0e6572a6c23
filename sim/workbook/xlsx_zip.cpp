#include "sim/workbook/xlsx_read.hpp"

#include <zip.h>

#include <memory>

namespace stairwise {
namespace {

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
            if (given_ > kMostXlsxBytes)
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

Result<XlsxParts> partsOfZip(std::string_view bytes, const std::string& file)
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
    return XlsxParts(
        [held = std::make_shared<Zip>(std::move(zip), file)](const std::string& name) { return held->part(name); });
}

Result<Workbook> parseXlsx(std::string_view bytes, const std::string& file)
{
    const auto parts = partsOfZip(bytes, file);
    if (!parts) return parts.fault();
    return sheetsOf(parts.value(), file);
}

}
