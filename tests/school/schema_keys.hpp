#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace stairwise {

/// Every key that a file uses, at any depth.
inline void addKeys(const nlohmann::json& value, std::set<std::string>& keys)
{
    if (!value.is_structured()) return;
    for (const auto& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        addKeys(inner, keys);
    }
}

/// Every key that a JSON Schema describes.
inline void addProperties(const nlohmann::json& schema, std::set<std::string>& keys)
{
    if (!schema.is_structured()) return;
    for (const auto& [key, inner] : schema.items()) {
        if (schema.is_object() && key == "properties")
            for (const auto& property : inner.items()) keys.insert(property.key());
        addProperties(inner, keys);
    }
}

}
