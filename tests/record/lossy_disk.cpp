#include "tests/record/lossy_disk.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace stairwise {
namespace {

struct Handle {
    sqlite3_file base;
    LossyDisk* disk;
    std::shared_ptr<LossyDisk::File>* file;
};

Handle& of(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file);
}
LossyDisk& of(sqlite3_vfs* vfs)
{
    return *static_cast<LossyDisk*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file)
{
    delete of(file).file;
    return SQLITE_OK;
}

int readFrom(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    const std::string& bytes = (*of(file).file)->now;
    const auto begin = std::min(static_cast<std::size_t>(offset), bytes.size());
    const std::size_t there = std::min(static_cast<std::size_t>(amount), bytes.size() - begin);
    std::memset(to, 0, static_cast<std::size_t>(amount));
    std::memcpy(to, bytes.data() + begin, there);
    return there == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeTo(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    if (!of(file).disk->operate()) return SQLITE_IOERR_WRITE;
    std::string& bytes = (*of(file).file)->now;
    const auto end = static_cast<std::size_t>(offset) + static_cast<std::size_t>(amount);
    if (bytes.size() < end) bytes.resize(end);
    std::memcpy(bytes.data() + offset, from, static_cast<std::size_t>(amount));
    return SQLITE_OK;
}

int cut(sqlite3_file* file, sqlite3_int64 size)
{
    if (!of(file).disk->operate()) return SQLITE_IOERR_TRUNCATE;
    (*of(file).file)->now.resize(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int syncIt(sqlite3_file* file, int)
{
    if (!of(file).disk->operate()) return SQLITE_IOERR_FSYNC;
    LossyDisk::File& held = **of(file).file;
    held.synced = held.now;
    held.thereSynced = held.there; // SQLite syncs the folder behind a new journal
    return SQLITE_OK;
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>((*of(file).file)->now.size());
    return SQLITE_OK;
}

int lockIt(sqlite3_file*, int)
{
    return SQLITE_OK;
}
int isLocked(sqlite3_file*, int* answer)
{
    *answer = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}
int sectorOf(sqlite3_file*)
{
    return 512;
}
int traits(sqlite3_file*)
{
    return 0; // nothing is promised of writes in one go or in order
}

const sqlite3_io_methods& methods()
{
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods all{};
        all.iVersion = 1;
        all.xClose = closeFile;
        all.xRead = readFrom;
        all.xWrite = writeTo;
        all.xTruncate = cut;
        all.xSync = syncIt;
        all.xFileSize = sizeOf;
        all.xLock = lockIt;
        all.xUnlock = lockIt;
        all.xCheckReservedLock = isLocked;
        all.xFileControl = control;
        all.xSectorSize = sectorOf;
        all.xDeviceCharacteristics = traits;
        return all;
    }();
    return kMethods;
}

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* given)
{
    Handle& handle = of(file);
    handle.base.pMethods = nullptr;
    LossyDisk& disk = of(vfs);
    if (disk.isPulled()) return SQLITE_CANTOPEN;
    auto held = path == nullptr ? std::make_shared<LossyDisk::File>() : disk.file(path);
    if (!held->there && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    held->there = true;
    handle.disk = &disk;
    handle.file = new std::shared_ptr<LossyDisk::File>(std::move(held));
    handle.base.pMethods = &methods();
    if (given != nullptr) *given = flags;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs* vfs, const char* path, int syncFolder)
{
    LossyDisk& disk = of(vfs);
    if (!disk.operate()) return SQLITE_IOERR_DELETE;
    const auto held = disk.file(path);
    if (!held->there) return SQLITE_IOERR_DELETE_NOENT;
    held->there = false;
    held->now.clear();
    if (syncFolder != 0) {
        held->thereSynced = false;
        held->synced.clear();
    }
    return SQLITE_OK;
}

int isThere(sqlite3_vfs* vfs, const char* path, int, int* answer)
{
    *answer = of(vfs).file(path)->there ? 1 : 0;
    return SQLITE_OK;
}

int wholePath(sqlite3_vfs*, const char* path, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

}

LossyDisk::LossyDisk(std::string name) : name_(std::move(name))
{
    vfs_ = *sqlite3_vfs_find(nullptr); // chance, sleep and the clock stay the system's
    vfs_.iVersion = 1;
    vfs_.szOsFile = sizeof(Handle);
    vfs_.pNext = nullptr;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = openFile;
    vfs_.xDelete = removeFile;
    vfs_.xAccess = isThere;
    vfs_.xFullPathname = wholePath;
    sqlite3_vfs_register(&vfs_, 0);
}

LossyDisk::~LossyDisk()
{
    sqlite3_vfs_unregister(&vfs_);
}

std::shared_ptr<LossyDisk::File> LossyDisk::file(const std::string& path)
{
    auto& held = files_[path];
    if (!held) held = std::make_shared<File>();
    return held;
}

bool LossyDisk::operate()
{
    if (left_ == 0) return false;
    if (left_ > 0) --left_;
    ++operations_;
    return left_ != 0;
}

void LossyDisk::powerAgain(std::uint64_t kept)
{
    constexpr std::size_t kSector = 512;
    for (auto& [path, held] : files_) {
        std::string plate = held->thereSynced ? held->synced : std::string();
        if (held->thereSynced && held->there) // some unsynced sectors reached the plate before the others
            for (std::size_t at = 0; at + kSector <= std::min(plate.size(), held->now.size()); at += kSector) {
                kept = kept * 6364136223846793005ULL + 1442695040888963407ULL;
                if ((kept >> 62U) == 0) plate.replace(at, kSector, held->now, at, kSector);
            }
        const bool there = held->thereSynced;
        held = std::make_shared<File>();
        held->there = held->thereSynced = there;
        held->now = held->synced = std::move(plate);
    }
    left_ = -1;
}

}
